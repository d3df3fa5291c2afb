<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.16-Białowieża" styleCategories="AllStyleCategories" readOnly="0" labelsEnabled="1" hasScaleBasedVisibilityFlag="0" minScale="100000000" maxScale="0" simplifyDrawingHints="1" simplifyDrawingTol="1" simplifyLocal="1" simplifyMaxScale="1" simplifyAlgorithm="0" symbologyReferenceScale="-1">
  <flags>
    <Identifiable>1</Identifiable>
    <Removable>1</Removable>
    <Searchable>1</Searchable>
    <Private>0</Private>
  </flags>
  <renderer-v2 type="categorizedSymbol" attr="CASE WHEN &quot;kind&quot; = 'tunnel' THEN 'tunnel' ELSE 'road' END" symbollevels="1" forceraster="0" enableorderby="0" referencescale="-1">
    <categories>
      <category value="road" label="道路" symbol="0" render="true" />
      <category value="tunnel" label="隧道" symbol="1" render="true" />
    </categories>
    <symbols>
      <symbol type="line" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" value="217,222,222,255" name="line_color" />
            <Option type="QString" value="solid" name="line_style" />
            <Option type="QString" value="1.82" name="line_width" />
            <Option type="QString" value="MM" name="line_width_unit" />
            <Option type="QString" value="round" name="capstyle" />
            <Option type="QString" value="round" name="joinstyle" />
            <Option type="QString" value="0" name="offset" />
            <Option type="QString" value="MM" name="offset_unit" />
            <Option type="QString" value="0" name="use_custom_dash" />
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" value="" name="name" />
              <Option type="Map" name="properties">
                <Option type="Map" name="outlineWidth">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(@map_scale, 0) &gt; 59000, 0.636, 1) * 1.82" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
              </Option>
              <Option type="QString" value="collection" name="type" />
            </Option>
          </data_defined_properties>
        </layer>
        <layer class="SimpleLine" enabled="1" locked="0" pass="1">
          <Option type="Map">
            <Option type="QString" value="255,255,255,255" name="line_color" />
            <Option type="QString" value="solid" name="line_style" />
            <Option type="QString" value="1.3" name="line_width" />
            <Option type="QString" value="MM" name="line_width_unit" />
            <Option type="QString" value="round" name="capstyle" />
            <Option type="QString" value="round" name="joinstyle" />
            <Option type="QString" value="0" name="offset" />
            <Option type="QString" value="MM" name="offset_unit" />
            <Option type="QString" value="0" name="use_custom_dash" />
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" value="" name="name" />
              <Option type="Map" name="properties">
                <Option type="Map" name="outlineWidth">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(@map_scale, 0) &gt; 59000, 0.636, 1) * 1.3" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
              </Option>
              <Option type="QString" value="collection" name="type" />
            </Option>
          </data_defined_properties>
        </layer>
      </symbol>
      <symbol type="line" name="1" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" value="217,222,222,255" name="line_color" />
            <Option type="QString" value="solid" name="line_style" />
            <Option type="QString" value="1.82" name="line_width" />
            <Option type="QString" value="MM" name="line_width_unit" />
            <Option type="QString" value="flat" name="capstyle" />
            <Option type="QString" value="round" name="joinstyle" />
            <Option type="QString" value="0" name="offset" />
            <Option type="QString" value="MM" name="offset_unit" />
            <Option type="QString" value="1" name="use_custom_dash" />
            <Option type="QString" value="1.3;1.04" name="customdash" />
            <Option type="QString" value="MM" name="customdash_unit" />
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" value="" name="name" />
              <Option type="Map" name="properties">
                <Option type="Map" name="outlineWidth">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(@map_scale, 0) &gt; 59000, 0.636, 1) * 1.82" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
              </Option>
              <Option type="QString" value="collection" name="type" />
            </Option>
          </data_defined_properties>
        </layer>
        <layer class="SimpleLine" enabled="1" locked="0" pass="1">
          <Option type="Map">
            <Option type="QString" value="255,255,255,255" name="line_color" />
            <Option type="QString" value="solid" name="line_style" />
            <Option type="QString" value="1.3" name="line_width" />
            <Option type="QString" value="MM" name="line_width_unit" />
            <Option type="QString" value="round" name="capstyle" />
            <Option type="QString" value="round" name="joinstyle" />
            <Option type="QString" value="0" name="offset" />
            <Option type="QString" value="MM" name="offset_unit" />
            <Option type="QString" value="0" name="use_custom_dash" />
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" value="" name="name" />
              <Option type="Map" name="properties">
                <Option type="Map" name="outlineWidth">
                  <Option type="bool" value="true" name="active" />
                  <Option type="QString" value="if(coalesce(@map_scale, 0) &gt; 59000, 0.636, 1) * 1.3" name="expression" />
                  <Option type="int" value="3" name="type" />
                </Option>
              </Option>
              <Option type="QString" value="collection" name="type" />
            </Option>
          </data_defined_properties>
        </layer>
      </symbol>
    </symbols>
    <rotation />
    <sizescale />
  </renderer-v2>
  <labeling type="simple">
    <settings calloutType="simple">
      <text-style fontFamily="Noto Sans CJK SC" namedStyle="Regular" fontWeight="50" fontSize="8.25" fontSizeUnit="Point" fontLetterSpacing="0" textColor="101,114,125,255" textOpacity="1" multilineHeight="1" textOrientation="horizontal" fieldName="&quot;name&quot;" isExpression="1" blendMode="0" allowHtml="0">
        <families>
          <family name="Noto Sans CJK SC" />
          <family name="Source Han Sans SC" />
          <family name="Microsoft YaHei" />
          <family name="PingFang SC" />
          <family name="SimHei" />
        </families>
        <text-buffer bufferDraw="1" bufferSize="0.455" bufferSizeUnits="MM" bufferOpacity="1" bufferColor="255,255,255,255" bufferNoFill="1" bufferJoinStyle="128" />
      </text-style>
      <text-format multilineAlign="1" wrapChar="" />
      <placement distUnits="MM" offsetUnits="MM" overrunDistanceUnit="MM" repeatDistanceUnits="MM" quadOffset="4" centroidWhole="0" fitInPolygonOnly="0" preserveRotation="1" placement="2" placementFlags="14" dist="1.17" overrunDistance="0" priority="3" />
      <rendering drawLabels="1" obstacle="0" obstacleType="1" obstacleFactor="1" mergeLines="1" scaleVisibility="1" scaleMin="0" scaleMax="84000" />
      <dd_properties>
        <Option type="Map">
          <Option type="QString" value="" name="name" />
          <Option type="Map" name="properties">
            <Option type="Map" name="Show">
              <Option type="bool" value="true" name="active" />
              <Option type="QString" value="NOT &quot;id&quot; IN ('R-01', 'R-02', 'R-03', 'R-04', 'R-05', 'R-06', 'R-07', 'R-08', 'R-09', 'R-10', 'R-11')" name="expression" />
              <Option type="int" value="3" name="type" />
            </Option>
          </Option>
          <Option type="QString" value="collection" name="type" />
        </Option>
      </dd_properties>
    </settings>
  </labeling>
  <blendMode>0</blendMode>
  <featureBlendMode>0</featureBlendMode>
  <layerOpacity>1</layerOpacity>
  <fieldConfiguration>
    <field name="id" configurationFlags="None">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option type="bool" value="false" name="IsMultiline" />
            <Option type="bool" value="false" name="UseHtml" />
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="name" configurationFlags="None">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option type="bool" value="false" name="IsMultiline" />
            <Option type="bool" value="false" name="UseHtml" />
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="aliases" configurationFlags="None">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option type="bool" value="false" name="IsMultiline" />
            <Option type="bool" value="false" name="UseHtml" />
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="kind" configurationFlags="None">
      <editWidget type="ValueMap">
        <config>
          <Option type="Map">
            <Option type="List" name="map">
              <Option type="Map">
                <Option type="QString" value="road" name="道路" />
              </Option>
              <Option type="Map">
                <Option type="QString" value="street" name="街道" />
              </Option>
              <Option type="Map">
                <Option type="QString" value="tunnel" name="隧道" />
              </Option>
              <Option type="Map">
                <Option type="QString" value="segment" name="路段" />
              </Option>
              <Option type="Map">
                <Option type="QString" value="ring_road" name="环路" />
              </Option>
              <Option type="Map">
                <Option type="QString" value="bridge" name="桥梁" />
              </Option>
              <Option type="Map">
                <Option type="QString" value="junction" name="路口" />
              </Option>
              <Option type="Map">
                <Option type="QString" value="park" name="公园" />
              </Option>
              <Option type="Map">
                <Option type="QString" value="square" name="广场" />
              </Option>
              <Option type="Map">
                <Option type="QString" value="estate" name="小区" />
              </Option>
              <Option type="Map">
                <Option type="QString" value="compound" name="院落" />
              </Option>
              <Option type="Map">
                <Option type="QString" value="building" name="大厦" />
              </Option>
              <Option type="Map">
                <Option type="QString" value="market" name="市场" />
              </Option>
              <Option type="Map">
                <Option type="QString" value="mall" name="商场" />
              </Option>
              <Option type="Map">
                <Option type="QString" value="hotel" name="酒店" />
              </Option>
              <Option type="Map">
                <Option type="QString" value="village" name="村" />
              </Option>
              <Option type="Map">
                <Option type="QString" value="community" name="社区" />
              </Option>
              <Option type="Map">
                <Option type="QString" value="town" name="镇" />
              </Option>
              <Option type="Map">
                <Option type="QString" value="subdistrict" name="街道办" />
              </Option>
              <Option type="Map">
                <Option type="QString" value="district" name="区县" />
              </Option>
              <Option type="Map">
                <Option type="QString" value="city" name="市" />
              </Option>
              <Option type="Map">
                <Option type="QString" value="region" name="区域" />
              </Option>
              <Option type="Map">
                <Option type="QString" value="zone" name="片区" />
              </Option>
              <Option type="Map">
                <Option type="QString" value="block" name="板块" />
              </Option>
              <Option type="Map">
                <Option type="QString" value="industrial_park" name="产业园" />
              </Option>
              <Option type="Map">
                <Option type="QString" value="substation" name="变电站" />
              </Option>
              <Option type="Map">
                <Option type="QString" value="parcel" name="地块" />
              </Option>
              <Option type="Map">
                <Option type="QString" value="rail" name="铁路" />
              </Option>
              <Option type="Map">
                <Option type="QString" value="relic" name="遗址" />
              </Option>
              <Option type="Map">
                <Option type="QString" value="plant" name="厂站" />
              </Option>
              <Option type="Map">
                <Option type="QString" value="facility" name="设施" />
              </Option>
              <Option type="Map">
                <Option type="QString" value="school" name="学校" />
              </Option>
              <Option type="Map">
                <Option type="QString" value="hospital" name="医院" />
              </Option>
              <Option type="Map">
                <Option type="QString" value="station" name="车站" />
              </Option>
              <Option type="Map">
                <Option type="QString" value="project" name="项目" />
              </Option>
              <Option type="Map">
                <Option type="QString" value="scenic" name="景区" />
              </Option>
              <Option type="Map">
                <Option type="QString" value="dyke" name="堤防" />
              </Option>
              <Option type="Map">
                <Option type="QString" value="river" name="河道" />
              </Option>
              <Option type="Map">
                <Option type="QString" value="lake" name="湖" />
              </Option>
              <Option type="Map">
                <Option type="QString" value="poi" name="地点" />
              </Option>
            </Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="within" configurationFlags="None">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option type="bool" value="false" name="IsMultiline" />
            <Option type="bool" value="false" name="UseHtml" />
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="landmark" configurationFlags="None">
      <editWidget type="CheckBox">
        <config>
          <Option type="Map">
            <Option type="int" value="0" name="TextDisplayMethod" />
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="datum_in" configurationFlags="None">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option type="bool" value="false" name="IsMultiline" />
            <Option type="bool" value="false" name="UseHtml" />
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="source" configurationFlags="None">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option type="bool" value="false" name="IsMultiline" />
            <Option type="bool" value="false" name="UseHtml" />
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="source_detail" configurationFlags="None">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option type="bool" value="true" name="IsMultiline" />
            <Option type="bool" value="false" name="UseHtml" />
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="licence" configurationFlags="None">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option type="bool" value="false" name="IsMultiline" />
            <Option type="bool" value="false" name="UseHtml" />
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="precision" configurationFlags="None">
      <editWidget type="ValueMap">
        <config>
          <Option type="Map">
            <Option type="List" name="map">
              <Option type="Map">
                <Option type="QString" value="exact" name="准确" />
              </Option>
              <Option type="Map">
                <Option type="QString" value="street" name="沿路" />
              </Option>
              <Option type="Map">
                <Option type="QString" value="area" name="范围" />
              </Option>
              <Option type="Map">
                <Option type="QString" value="zone" name="片区级" />
              </Option>
              <Option type="Map">
                <Option type="QString" value="district" name="全区" />
              </Option>
            </Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="uncertainty_m" configurationFlags="None">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option type="bool" value="false" name="IsMultiline" />
            <Option type="bool" value="false" name="UseHtml" />
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="checked_on" configurationFlags="None">
      <editWidget type="DateTime">
        <config>
          <Option type="Map">
            <Option type="QString" value="yyyy-MM-dd" name="display_format" />
            <Option type="QString" value="yyyy-MM-dd" name="field_format" />
            <Option type="bool" value="false" name="field_iso_format" />
            <Option type="bool" value="true" name="calendar_popup" />
            <Option type="bool" value="true" name="allow_null" />
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="checked_by" configurationFlags="None">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option type="bool" value="false" name="IsMultiline" />
            <Option type="bool" value="false" name="UseHtml" />
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="note" configurationFlags="None">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option type="bool" value="true" name="IsMultiline" />
            <Option type="bool" value="false" name="UseHtml" />
          </Option>
        </config>
      </editWidget>
    </field>
  </fieldConfiguration>
  <aliases>
    <alias field="id" index="0" name="编号" />
    <alias field="name" index="1" name="名称" />
    <alias field="aliases" index="2" name="别名" />
    <alias field="kind" index="3" name="类型" />
    <alias field="within" index="4" name="所属" />
    <alias field="landmark" index="5" name="地标" />
    <alias field="datum_in" index="6" name="原坐标系" />
    <alias field="source" index="7" name="来源" />
    <alias field="source_detail" index="8" name="来源说明" />
    <alias field="licence" index="9" name="许可" />
    <alias field="precision" index="10" name="位置把握" />
    <alias field="uncertainty_m" index="11" name="误差（米）" />
    <alias field="checked_on" index="12" name="核对日期" />
    <alias field="checked_by" index="13" name="核对人" />
    <alias field="note" index="14" name="备注" />
  </aliases>
  <attributetableconfig actionWidgetStyle="dropDown" sortExpression="" sortOrder="0">
    <columns>
      <column type="field" name="id" hidden="0" width="-1" />
      <column type="field" name="name" hidden="0" width="-1" />
      <column type="field" name="aliases" hidden="0" width="-1" />
      <column type="field" name="kind" hidden="0" width="-1" />
      <column type="field" name="within" hidden="0" width="-1" />
      <column type="field" name="landmark" hidden="0" width="-1" />
      <column type="field" name="datum_in" hidden="0" width="-1" />
      <column type="field" name="source" hidden="0" width="-1" />
      <column type="field" name="source_detail" hidden="0" width="-1" />
      <column type="field" name="licence" hidden="0" width="-1" />
      <column type="field" name="precision" hidden="0" width="-1" />
      <column type="field" name="uncertainty_m" hidden="0" width="-1" />
      <column type="field" name="checked_on" hidden="0" width="-1" />
      <column type="field" name="checked_by" hidden="0" width="-1" />
      <column type="field" name="note" hidden="0" width="-1" />
    </columns>
  </attributetableconfig>
  <editorlayout>tablayout</editorlayout>
  <attributeEditorForm>
    <attributeEditorContainer name="地点" columnCount="1" groupBox="0" showLabel="1" visibilityExpressionEnabled="0" visibilityExpression="">
      <attributeEditorField name="id" index="0" showLabel="1" />
      <attributeEditorField name="name" index="1" showLabel="1" />
      <attributeEditorField name="aliases" index="2" showLabel="1" />
      <attributeEditorField name="kind" index="3" showLabel="1" />
      <attributeEditorField name="within" index="4" showLabel="1" />
      <attributeEditorField name="landmark" index="5" showLabel="1" />
      <attributeEditorField name="precision" index="10" showLabel="1" />
      <attributeEditorField name="uncertainty_m" index="11" showLabel="1" />
    </attributeEditorContainer>
    <attributeEditorContainer name="来源" columnCount="1" groupBox="0" showLabel="1" visibilityExpressionEnabled="0" visibilityExpression="">
      <attributeEditorField name="datum_in" index="6" showLabel="1" />
      <attributeEditorField name="source" index="7" showLabel="1" />
      <attributeEditorField name="source_detail" index="8" showLabel="1" />
      <attributeEditorField name="licence" index="9" showLabel="1" />
      <attributeEditorField name="checked_on" index="12" showLabel="1" />
      <attributeEditorField name="checked_by" index="13" showLabel="1" />
      <attributeEditorField name="note" index="14" showLabel="1" />
    </attributeEditorContainer>
  </attributeEditorForm>
  <editable>
    <field name="id" editable="1" />
    <field name="name" editable="1" />
    <field name="aliases" editable="1" />
    <field name="kind" editable="1" />
    <field name="within" editable="1" />
    <field name="landmark" editable="1" />
    <field name="datum_in" editable="1" />
    <field name="source" editable="1" />
    <field name="source_detail" editable="1" />
    <field name="licence" editable="1" />
    <field name="precision" editable="1" />
    <field name="uncertainty_m" editable="1" />
    <field name="checked_on" editable="1" />
    <field name="checked_by" editable="1" />
    <field name="note" editable="1" />
  </editable>
  <previewExpression>"name"</previewExpression>
  <mapTip>&lt;b&gt;[% replace(replace(coalesce("name", ''), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;') %]&lt;/b&gt;&lt;br&gt;类型：[% replace(replace(coalesce(coalesce(map_get(map('road', '道路', 'street', '街道', 'tunnel', '隧道', 'segment', '路段', 'ring_road', '环路', 'bridge', '桥梁', 'junction', '路口', 'park', '公园', 'square', '广场', 'estate', '小区', 'compound', '院落', 'building', '大厦', 'market', '市场', 'mall', '商场', 'hotel', '酒店', 'village', '村', 'community', '社区', 'town', '镇', 'subdistrict', '街道办', 'district', '区县', 'city', '市', 'region', '区域', 'zone', '片区', 'block', '板块', 'industrial_park', '产业园', 'substation', '变电站', 'parcel', '地块', 'rail', '铁路', 'relic', '遗址', 'plant', '厂站', 'facility', '设施', 'school', '学校', 'hospital', '医院', 'station', '车站', 'project', '项目', 'scenic', '景区', 'dyke', '堤防', 'river', '河道', 'lake', '湖', 'poi', '地点'), "kind"), "kind"), ''), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;') %]&lt;br&gt;位置把握：[% replace(replace(coalesce(coalesce(map_get(map('exact', '准确', 'street', '沿路', 'area', '范围', 'zone', '片区级', 'district', '全区'), "precision"), "precision"), ''), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;') %]&lt;br&gt;误差（米）：[% replace(replace(coalesce(to_string("uncertainty_m"), ''), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;') %]&lt;br&gt;来源：[% replace(replace(coalesce(to_string("source"), ''), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;') %]</mapTip>
  <defaults>
    <default field="id" expression="with_variable('number', coalesce(maximum(to_int(substr(&quot;id&quot;, 3)), filter:=regexp_match(&quot;id&quot;, '^R-[0-9]+$')), 0) + 1, 'R-' || if(@number &lt; 10, '0', '') || to_string(@number))" applyOnUpdate="0" />
    <default field="landmark" expression="false" applyOnUpdate="0" />
    <default field="datum_in" expression="'WGS84'" applyOnUpdate="0" />
    <default field="checked_on" expression="to_date(now())" applyOnUpdate="1" />
    <default field="checked_by" expression="coalesce(nullif(@user_full_name, ''), @user_account_name)" applyOnUpdate="1" />
  </defaults>
  <constraints>
    <constraint field="id" constraints="3" notnull_strength="1" unique_strength="1" exp_strength="0" />
    <constraint field="name" constraints="1" notnull_strength="1" unique_strength="0" exp_strength="0" />
    <constraint field="kind" constraints="1" notnull_strength="1" unique_strength="0" exp_strength="0" />
    <constraint field="landmark" constraints="1" notnull_strength="1" unique_strength="0" exp_strength="0" />
    <constraint field="datum_in" constraints="1" notnull_strength="1" unique_strength="0" exp_strength="0" />
    <constraint field="source" constraints="1" notnull_strength="1" unique_strength="0" exp_strength="0" />
    <constraint field="licence" constraints="1" notnull_strength="1" unique_strength="0" exp_strength="0" />
    <constraint field="precision" constraints="1" notnull_strength="1" unique_strength="0" exp_strength="0" />
    <constraint field="uncertainty_m" constraints="1" notnull_strength="1" unique_strength="0" exp_strength="0" />
  </constraints>
</qgis>
