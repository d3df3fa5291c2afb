<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.16-Białowieża" styleCategories="AllStyleCategories" readOnly="1" labelsEnabled="1" hasScaleBasedVisibilityFlag="0" minScale="100000000" maxScale="0" simplifyDrawingHints="1" simplifyDrawingTol="1" simplifyLocal="1" simplifyMaxScale="1" simplifyAlgorithm="0" symbologyReferenceScale="-1">
  <flags>
    <Identifiable>1</Identifiable>
    <Removable>1</Removable>
    <Searchable>1</Searchable>
    <Private>0</Private>
  </flags>
  <renderer-v2 type="categorizedSymbol" attr="'sheet'" symbollevels="0" forceraster="0" enableorderby="0" referencescale="-1">
    <categories>
      <category value="sheet" label="图幅" symbol="0" render="true" />
    </categories>
    <symbols>
      <symbol type="fill" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" value="205,212,216,255" name="line_color" />
            <Option type="QString" value="solid" name="line_style" />
            <Option type="QString" value="0.26" name="line_width" />
            <Option type="QString" value="MM" name="line_width_unit" />
            <Option type="QString" value="flat" name="capstyle" />
            <Option type="QString" value="round" name="joinstyle" />
            <Option type="QString" value="0" name="offset" />
            <Option type="QString" value="MM" name="offset_unit" />
            <Option type="QString" value="1" name="use_custom_dash" />
            <Option type="QString" value="0.52;0.52" name="customdash" />
            <Option type="QString" value="MM" name="customdash_unit" />
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" value="" name="name" />
              <Option type="Map" name="properties" />
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
      <text-style fontFamily="Noto Sans CJK SC" namedStyle="Regular" fontWeight="50" fontSize="8.25" fontSizeUnit="Point" fontLetterSpacing="0" textColor="101,114,125,255" textOpacity="1" multilineHeight="1" textOrientation="horizontal" fieldName="&quot;title&quot;" isExpression="1" blendMode="0" allowHtml="0">
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
      <placement distUnits="MM" offsetUnits="MM" overrunDistanceUnit="MM" repeatDistanceUnits="MM" quadOffset="4" centroidWhole="0" fitInPolygonOnly="0" preserveRotation="1" placement="4" priority="5" />
      <rendering drawLabels="1" obstacle="0" obstacleType="1" obstacleFactor="1" mergeLines="1" scaleVisibility="0" scaleMin="0" scaleMax="0" />
      <dd_properties>
        <Option type="Map">
          <Option type="QString" value="" name="name" />
          <Option type="Map" name="properties" />
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
    <field name="title" configurationFlags="None">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option type="bool" value="false" name="IsMultiline" />
            <Option type="bool" value="false" name="UseHtml" />
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="basis" configurationFlags="None">
      <editWidget type="ValueMap">
        <config>
          <Option type="Map">
            <Option type="List" name="map">
              <Option type="Map">
                <Option type="QString" value="limits" name="公布四至" />
              </Option>
              <Option type="Map">
                <Option type="QString" value="places" name="已知地点" />
              </Option>
              <Option type="Map">
                <Option type="QString" value="district" name="全区" />
              </Option>
            </Option>
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="tasks" configurationFlags="None">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option type="bool" value="false" name="IsMultiline" />
            <Option type="bool" value="false" name="UseHtml" />
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="located" configurationFlags="None">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option type="bool" value="false" name="IsMultiline" />
            <Option type="bool" value="false" name="UseHtml" />
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="zone_level" configurationFlags="None">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option type="bool" value="false" name="IsMultiline" />
            <Option type="bool" value="false" name="UseHtml" />
          </Option>
        </config>
      </editWidget>
    </field>
    <field name="unplaced" configurationFlags="None">
      <editWidget type="TextEdit">
        <config>
          <Option type="Map">
            <Option type="bool" value="false" name="IsMultiline" />
            <Option type="bool" value="false" name="UseHtml" />
          </Option>
        </config>
      </editWidget>
    </field>
  </fieldConfiguration>
  <aliases>
    <alias field="id" index="0" name="编号" />
    <alias field="name" index="1" name="名称" />
    <alias field="title" index="2" name="标题" />
    <alias field="basis" index="3" name="图幅依据" />
    <alias field="tasks" index="4" name="任务" />
    <alias field="located" index="5" name="已落图" />
    <alias field="zone_level" index="6" name="片区级" />
    <alias field="unplaced" index="7" name="未落图" />
  </aliases>
  <attributetableconfig actionWidgetStyle="dropDown" sortExpression="" sortOrder="0">
    <columns>
      <column type="field" name="id" hidden="0" width="-1" />
      <column type="field" name="name" hidden="0" width="-1" />
      <column type="field" name="title" hidden="0" width="-1" />
      <column type="field" name="basis" hidden="0" width="-1" />
      <column type="field" name="tasks" hidden="0" width="-1" />
      <column type="field" name="located" hidden="0" width="-1" />
      <column type="field" name="zone_level" hidden="0" width="-1" />
      <column type="field" name="unplaced" hidden="0" width="-1" />
    </columns>
  </attributetableconfig>
  <editorlayout>tablayout</editorlayout>
  <attributeEditorForm>
    <attributeEditorContainer name="地点" columnCount="1" groupBox="0" showLabel="1" visibilityExpressionEnabled="0" visibilityExpression="">
      <attributeEditorField name="id" index="0" showLabel="1" />
      <attributeEditorField name="name" index="1" showLabel="1" />
      <attributeEditorField name="title" index="2" showLabel="1" />
      <attributeEditorField name="basis" index="3" showLabel="1" />
      <attributeEditorField name="tasks" index="4" showLabel="1" />
      <attributeEditorField name="located" index="5" showLabel="1" />
      <attributeEditorField name="zone_level" index="6" showLabel="1" />
      <attributeEditorField name="unplaced" index="7" showLabel="1" />
    </attributeEditorContainer>
  </attributeEditorForm>
  <editable>
    <field name="id" editable="0" />
    <field name="name" editable="0" />
    <field name="title" editable="0" />
    <field name="basis" editable="0" />
    <field name="tasks" editable="0" />
    <field name="located" editable="0" />
    <field name="zone_level" editable="0" />
    <field name="unplaced" editable="0" />
  </editable>
  <previewExpression>"name"</previewExpression>
  <mapTip>&lt;b&gt;[% replace(replace(coalesce("name", ''), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;') %]&lt;/b&gt;</mapTip>
</qgis>
